// Generated from server/openapi.json by `npm run gen`: do not edit.

export interface paths {
  '/business/invoice/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create an invoice */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description Customer ID (must exist in your business) */
            customerid: string
            items: {
              /** @description Product ID */
              itemid: string
              name?: string
              quantity: number
              rate: number
            }[]
            /** @description ISO 8601 date or date-time */
            duedate: string
            /** @description Account to bill; the customer’s default account when absent */
            accountid?: string
            title?: string
            description?: string
            invoicedate?: string
            taxid?: string
            discount?: number
            /** @enum {unknown} */
            discounttype?: 'percentage' | 'fixed'
            remark?: string
            currency?: string
            /** @enum {unknown} */
            status?: 'draft' | 'unpaid'
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                invoiceno: string | null
                title: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
                /** @description Still to be paid */
                balance: number
                subtotal: number
                total: number
                amountpaid: number
                /** @description Credited, written off, withheld or rounded */
                adjusted: number
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoicedate: string
                duedate: string
                createdat: string
                updatedat: string
                description: string
                remark: string
                taxid: string | null
                taxamount: number
                /** @description The computed amount */
                discount: number
                /** @enum {unknown} */
                discounttype: 'percentage' | 'fixed'
                /** @description As entered, in the unit of discounttype */
                discountvalue: number
                accountid: string
                items: {
                  itemid: string
                  name: string
                  quantity: number
                  rate: number
                  total: number
                }[]
                customer: {
                  _id: string
                  name: string
                  email: string | null
                  phone: string | null
                }
                paymentlink: {
                  _id: string
                  shorturl: string
                  rawurl: string
                  code: string
                  status: string
                }
                paymentlinks: {
                  _id: string
                  shorturl: string
                  rawurl: string
                  code: string
                  status: string
                }[]
                qrcode: string
                /** @description The bill’s way to the phone through Bill Manager */
                push?: {
                  state: string
                  reason: string | null
                  updatedat: string
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List invoices */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          status?: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
          search?: string
          customerid?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                invoiceno: string | null
                title: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
                /** @description Still to be paid */
                balance: number
                subtotal: number
                total: number
                amountpaid: number
                /** @description Credited, written off, withheld or rounded */
                adjusted: number
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoicedate: string
                duedate: string
                createdat: string
                updatedat: string
                customer: {
                  _id: string
                  name: string
                }
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an invoice */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                invoiceno: string | null
                title: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
                /** @description Still to be paid */
                balance: number
                subtotal: number
                total: number
                amountpaid: number
                /** @description Credited, written off, withheld or rounded */
                adjusted: number
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoicedate: string
                duedate: string
                createdat: string
                updatedat: string
                description: string
                remark: string
                taxid: string | null
                taxamount: number
                /** @description The computed amount */
                discount: number
                /** @enum {unknown} */
                discounttype: 'percentage' | 'fixed'
                /** @description As entered, in the unit of discounttype */
                discountvalue: number
                accountid: string
                items: {
                  itemid: string
                  name: string
                  quantity: number
                  rate: number
                  total: number
                }[]
                customer: {
                  _id: string
                  name: string
                  email: string | null
                  phone: string | null
                }
                paymentlink: {
                  _id: string
                  shorturl: string
                  rawurl: string
                  code: string
                  status: string
                }
                paymentlinks: {
                  _id: string
                  shorturl: string
                  rawurl: string
                  code: string
                  status: string
                }[]
                qrcode: string
                /** @description The bill’s way to the phone through Bill Manager */
                push?: {
                  state: string
                  reason: string | null
                  updatedat: string
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update an invoice */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            title?: string | null
            description?: string | null
            /** @enum {unknown} */
            status?: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
            duedate?: string
            discount?: number
            /** @enum {unknown} */
            discounttype?: 'percentage' | 'fixed'
            discountvalue?: number
            /** @description With status partially_paid: the part payment to record */
            amountpaid?: number
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                invoiceno: string | null
                updated: {
                  [key: string]: unknown
                }
                modified: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/customer/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a customer */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            email: string
            /** @description `+254…` or `07…` */
            phone: string
            country: string
            currency: string
            company?: string | null
            address?: string | null
            city?: string | null
            type?: ('individual' | 'business') | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                name: string
                email: string | null
                phone: string | null
                country: string | null
                currency: string
                company: string | null
                address: string | null
                city: string | null
                /** @enum {unknown} */
                type: 'individual' | 'business'
                active: boolean
                sourceorigin: string
                /** @description Number of the default account: what the payer types at the Paybill */
                accountno: string
                /** @description What the open invoices still ask for */
                balance: number
                /** @description Money received that no invoice has asked for yet */
                credit: number
                createdat: string
                updatedat: string
                accounts: {
                  _id: string
                  accountno: string
                  name: string | null
                  isdefault: boolean
                  balance: number
                  credit: number
                }[]
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List customers */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          search?: string
          type?: 'individual' | 'business'
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                name: string
                email: string | null
                phone: string | null
                country: string | null
                currency: string
                company: string | null
                address: string | null
                city: string | null
                /** @enum {unknown} */
                type: 'individual' | 'business'
                active: boolean
                sourceorigin: string
                /** @description Number of the default account: what the payer types at the Paybill */
                accountno: string
                /** @description What the open invoices still ask for */
                balance: number
                /** @description Money received that no invoice has asked for yet */
                credit: number
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a customer */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                name: string
                email: string | null
                phone: string | null
                country: string | null
                currency: string
                company: string | null
                address: string | null
                city: string | null
                /** @enum {unknown} */
                type: 'individual' | 'business'
                active: boolean
                sourceorigin: string
                /** @description Number of the default account: what the payer types at the Paybill */
                accountno: string
                /** @description What the open invoices still ask for */
                balance: number
                /** @description Money received that no invoice has asked for yet */
                credit: number
                createdat: string
                updatedat: string
                accounts: {
                  _id: string
                  accountno: string
                  name: string | null
                  isdefault: boolean
                  balance: number
                  credit: number
                }[]
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a customer */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name?: string
            email?: string | null
            phone?: string | null
            country?: string | null
            currency?: string
            company?: string | null
            address?: string | null
            city?: string | null
            type?: ('individual' | 'business') | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/account/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Open a further account for a customer */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description Customer ID (must exist in your business) */
            customerid: string
            name?: string | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                /** @description What the payer types at the Paybill */
                accountno: string
                name: string | null
                customerid: string
                isdefault: boolean
                /** @description Money received that no invoice has asked for yet */
                credit: number
                /** @description What its open invoices still ask for */
                balance: number
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List accounts */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          customerid?: string
          search?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                /** @description What the payer types at the Paybill */
                accountno: string
                name: string | null
                customerid: string
                isdefault: boolean
                /** @description Money received that no invoice has asked for yet */
                credit: number
                /** @description What its open invoices still ask for */
                balance: number
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an account */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                /** @description What the payer types at the Paybill */
                accountno: string
                name: string | null
                customerid: string
                isdefault: boolean
                /** @description Money received that no invoice has asked for yet */
                credit: number
                /** @description What its open invoices still ask for */
                balance: number
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Rename an account */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name?: string | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/product/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a product */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            title: string
            price: number
            sku?: string | null
            description?: string | null
            currency?: string | null
            stock?: number | null
            type?: ('product' | 'service' | 'plan') | null
            status?: ('published' | 'draft' | 'archived') | null
            featured?: boolean | null
            categoryid?: string | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                sku: string
                description: string | null
                price: number
                currency: string
                stock: number | null
                /** @enum {unknown} */
                type: 'product' | 'service' | 'plan'
                /** @enum {unknown} */
                status: 'published' | 'draft' | 'archived'
                featured: boolean
                categoryid: string | null
                active: boolean
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List products */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          status?: 'published' | 'draft' | 'archived'
          type?: 'product' | 'service' | 'plan'
          categoryid?: string
          search?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                title: string
                sku: string
                description: string | null
                price: number
                currency: string
                stock: number | null
                /** @enum {unknown} */
                type: 'product' | 'service' | 'plan'
                /** @enum {unknown} */
                status: 'published' | 'draft' | 'archived'
                featured: boolean
                categoryid: string | null
                active: boolean
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a product */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                sku: string
                description: string | null
                price: number
                currency: string
                stock: number | null
                /** @enum {unknown} */
                type: 'product' | 'service' | 'plan'
                /** @enum {unknown} */
                status: 'published' | 'draft' | 'archived'
                featured: boolean
                categoryid: string | null
                active: boolean
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a product */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            title?: string
            price?: number
            sku?: string | null
            description?: string | null
            currency?: string | null
            stock?: number | null
            type?: ('product' | 'service' | 'plan') | null
            status?: ('published' | 'draft' | 'archived') | null
            featured?: boolean | null
            categoryid?: string | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/tax/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a tax */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name: string
            /** @description Per cent */
            rate: number
            inclusive?: boolean | null
            code?: string | null
            description?: string | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                name: string
                /** @description Per cent */
                rate: number
                inclusive: boolean
                code: string | null
                description: string | null
                active: boolean
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List taxes */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          search?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                name: string
                /** @description Per cent */
                rate: number
                inclusive: boolean
                code: string | null
                description: string | null
                active: boolean
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a tax */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                name: string
                /** @description Per cent */
                rate: number
                inclusive: boolean
                code: string | null
                description: string | null
                active: boolean
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a tax */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name?: string
            /** @description Per cent */
            rate?: number
            inclusive?: boolean | null
            code?: string | null
            description?: string | null
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/payment-link/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a standalone payment link */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            title: string
            amount: number
            type?: string | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                amount: number
                amountpaid: number
                type: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive'
                /** @description Whether its page can be opened */
                active: boolean
                shorturl: string
                rawurl: string
                code: string
                qrcode: string
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoiceid: string | null
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payment links */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          search?: string
          status?: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive'
          type?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                title: string
                amount: number
                amountpaid: number
                type: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive'
                /** @description Whether its page can be opened */
                active: boolean
                shorturl: string
                rawurl: string
                code: string
                qrcode: string
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoiceid: string | null
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a payment link */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                amount: number
                amountpaid: number
                type: string
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive'
                /** @description Whether its page can be opened */
                active: boolean
                shorturl: string
                rawurl: string
                code: string
                qrcode: string
                currency: string
                /** @description What the payer types at the Paybill */
                accountno: string
                invoiceid: string | null
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a payment link */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            title?: string
            amount?: number
            active?: boolean | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/payments/mobile/request': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask a phone to pay */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            amount: number
            phone: string
            channel?: string
            referenceid?: string
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                checkoutrequestid: string
                merchantrequestid: string
                transactionid: string
                status: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/transaction/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List transactions */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          search?: string
          channel?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                title: string
                transactioncode: string
                reference: string
                amount: number
                currency: string
                type: string
                channel: string
                status: string
                /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                confirmed: boolean
                phone: string
                name: string
                invoiceid: string | null
                customerid: string | null
                credit: number
                unmatched: number
                date: string
                createdat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/transaction/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a transaction */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                transactioncode: string
                reference: string
                amount: number
                currency: string
                type: string
                channel: string
                status: string
                /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                confirmed: boolean
                phone: string
                name: string
                invoiceid: string | null
                customerid: string | null
                credit: number
                unmatched: number
                date: string
                createdat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/add': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record money received for an invoice */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            amount: number
            date?: string | null
            method?: string | null
            reference?: string | null
            note?: string | null
            allowoverpayment?: boolean
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                transaction: {
                  _id: string
                  title: string
                  transactioncode: string
                  reference: string
                  amount: number
                  currency: string
                  type: string
                  channel: string
                  status: string
                  /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                  confirmed: boolean
                  phone: string
                  name: string
                  invoiceid: string | null
                  customerid: string | null
                  credit: number
                  unmatched: number
                  date: string
                  createdat: string
                }
                invoice: {
                  _id: string
                  invoiceno: string | null
                  title: string
                  /** @enum {unknown} */
                  status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
                  /** @description Still to be paid */
                  balance: number
                  subtotal: number
                  total: number
                  amountpaid: number
                  /** @description Credited, written off, withheld or rounded */
                  adjusted: number
                  currency: string
                  /** @description What the payer types at the Paybill */
                  accountno: string
                  invoicedate: string
                  duedate: string
                  createdat: string
                  updatedat: string
                  description: string
                  remark: string
                  taxid: string | null
                  taxamount: number
                  /** @description The computed amount */
                  discount: number
                  /** @enum {unknown} */
                  discounttype: 'percentage' | 'fixed'
                  /** @description As entered, in the unit of discounttype */
                  discountvalue: number
                  accountid: string
                  items: {
                    itemid: string
                    name: string
                    quantity: number
                    rate: number
                    total: number
                  }[]
                  customer: {
                    _id: string
                    name: string
                    email: string | null
                    phone: string | null
                  }
                  paymentlink: {
                    _id: string
                    shorturl: string
                    rawurl: string
                    code: string
                    status: string
                  }
                  paymentlinks: {
                    _id: string
                    shorturl: string
                    rawurl: string
                    code: string
                    status: string
                  }[]
                  qrcode: string
                  /** @description The bill’s way to the phone through Bill Manager */
                  push?: {
                    state: string
                    reason: string | null
                    updatedat: string
                  }
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the payments of an invoice */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
        }
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                transactioncode: string
                channel: string
                method: string
                reference: string
                note: string
                /** @description The whole payment */
                amount: number
                /** @description What of it lies on this invoice now */
                applied: number
                /** @enum {unknown} */
                status: 'completed' | 'cancelled'
                date: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back a payment of an invoice */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            transactionid: string
            /** @description Why; kept in the audit trail */
            reason: string
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                transactioncode: string
                reference: string
                amount: number
                currency: string
                type: string
                channel: string
                status: string
                /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                confirmed: boolean
                phone: string
                name: string
                invoiceid: string | null
                customerid: string | null
                credit: number
                unmatched: number
                date: string
                createdat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back a payment, wherever it lies */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description Why; kept in the audit trail */
            reason: string
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                transactioncode: string
                reference: string
                amount: number
                currency: string
                type: string
                channel: string
                status: string
                /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                confirmed: boolean
                phone: string
                name: string
                invoiceid: string | null
                customerid: string | null
                credit: number
                unmatched: number
                date: string
                createdat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/move': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Move a payment to another invoice or account */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description Why; kept in the audit trail */
            reason: string
            invoiceid?: string | null
            accountid?: string | null
            frominvoiceid?: string | null
            amount?: number | null
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                title: string
                transactioncode: string
                reference: string
                amount: number
                currency: string
                type: string
                channel: string
                status: string
                /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
                confirmed: boolean
                phone: string
                name: string
                invoiceid: string | null
                customerid: string | null
                credit: number
                unmatched: number
                date: string
                createdat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/{id}/credit/refund': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record that credit was given back */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            amount: number
            /** @description How it was given back: cash, bank, mpesa */
            method: string
            /** @description Why; kept in the audit trail */
            reason: string
            reference?: string | null
            date?: string | null
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                accountid: string
                amount: number
                method: string
                reference: string
                date: string
                /** @description What the account has left */
                credit: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a webhook */
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description A public https address, port 443 or 8443 */
            url: string
            events?: (
              | 'invoice.created'
              | 'invoice.updated'
              | 'invoice.paid'
              | 'invoice.partially_paid'
              | 'invoice.overdue'
              | 'payment.completed'
              | 'payment.reversed'
            )[]
            description?: string | null
            active?: boolean
          }
        }
      }
      responses: {
        /** @description As asked */
        201: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                url: string
                events: (
                  | 'invoice.created'
                  | 'invoice.updated'
                  | 'invoice.paid'
                  | 'invoice.partially_paid'
                  | 'invoice.overdue'
                  | 'payment.completed'
                  | 'payment.reversed'
                )[]
                description: string
                active: boolean
                createdat: string
                updatedat: string
                /** @description Signs every delivery. Shown here and never again */
                secret: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhooks */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                url: string
                events: (
                  | 'invoice.created'
                  | 'invoice.updated'
                  | 'invoice.paid'
                  | 'invoice.partially_paid'
                  | 'invoice.overdue'
                  | 'payment.completed'
                  | 'payment.reversed'
                )[]
                description: string
                active: boolean
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a webhook */
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                url: string
                events: (
                  | 'invoice.created'
                  | 'invoice.updated'
                  | 'invoice.paid'
                  | 'invoice.partially_paid'
                  | 'invoice.overdue'
                  | 'payment.completed'
                  | 'payment.reversed'
                )[]
                description: string
                active: boolean
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a webhook */
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description A public https address, port 443 or 8443 */
            url?: string
            events?: (
              | 'invoice.created'
              | 'invoice.updated'
              | 'invoice.paid'
              | 'invoice.partially_paid'
              | 'invoice.overdue'
              | 'payment.completed'
              | 'payment.reversed'
            )[]
            description?: string | null
            active?: boolean
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                _id: string
                modified: number
                updated: {
                  [key: string]: unknown
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    trace?: never
  }
  '/business/webhook/{id}/delivery/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the deliveries of a webhook */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
        }
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                /** @description The event’s id, which is also the delivery’s */
                _id: string
                /** @enum {unknown} */
                event:
                  | 'invoice.created'
                  | 'invoice.updated'
                  | 'invoice.paid'
                  | 'invoice.partially_paid'
                  | 'invoice.overdue'
                  | 'payment.completed'
                  | 'payment.reversed'
                /** @enum {unknown} */
                status: 'pending' | 'delivered' | 'failed'
                attempts: number
                nextattemptat: string | null
                laststatus: number | null
                lasterror: string | null
                lastanswer: string | null
                createdat: string
                updatedat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/delivery/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send a delivery again */
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          id: string
        }
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            /** @description The id of the event */
            deliveryid: string
          }
        }
      }
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                /** @description The event’s id, which is also the delivery’s */
                _id: string
                /** @enum {unknown} */
                event:
                  | 'invoice.created'
                  | 'invoice.updated'
                  | 'invoice.paid'
                  | 'invoice.partially_paid'
                  | 'invoice.overdue'
                  | 'payment.completed'
                  | 'payment.reversed'
                /** @enum {unknown} */
                status: 'pending' | 'delivered' | 'failed'
                attempts: number
                nextattemptat: string | null
                laststatus: number | null
                lasterror: string | null
                lastanswer: string | null
                createdat: string
                updatedat: string
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/audit/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List who changed what in the books */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          /** @description invoice, payment, credit_note or account */
          type?: string
          subjectid?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              data: {
                _id: string
                actor: string
                action: string
                subject: {
                  type: string
                  _id: string
                }
                reason: string
                before: {
                  [key: string]: unknown
                } | null
                after: {
                  [key: string]: unknown
                } | null
                createdat: string
              }[]
              pagination: {
                total: number
                page: number
                limit: number
                pages: number
              }
              meta: {
                total: number
                page: number
                limit: number
                pages: number
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/pay/{code}.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a payment link asks for */
    get: {
      parameters: {
        query?: {
          request?: string
        }
        header?: never
        path: {
          code: string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        /** @description As asked */
        200: {
          headers: {
            [name: string]: unknown
          }
          content: {
            'application/json': {
              success: boolean
              message?: string
              data: {
                business: string
                title: string | null
                invoiceno: string | null
                /** @enum {unknown} */
                status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
                currency: string
                total: number
                amountpaid: number
                balance: number
                duedate: string | null
                paybill: string | null
                accountno: string | null
                items: {
                  name: string
                  quantity: number
                  total: number
                }[]
                payments: {
                  receipt: string | null
                  amount: number
                  paidat: string
                }[]
                request?: {
                  state: string
                  amount: number
                }
              }
            }
          }
        }
        400: components['responses']['Refusal']
        401: components['responses']['Refusal']
        404: components['responses']['Refusal']
        409: components['responses']['Refusal']
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: never
  responses: {
    /** @description Every refusal has this form. `errors` names the fields. */
    Refusal: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          /** @enum {boolean} */
          success: false
          error: string
          message?: string
          errors?: {
            [key: string]: string
          }
        }
      }
    }
  }
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export type operations = Record<string, never>
