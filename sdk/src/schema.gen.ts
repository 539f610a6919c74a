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
  '/business/receipt/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List receipts */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          search?: string
          status?: 'draft' | 'issued' | 'cancelled'
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
                receiptno: string
                title: string
                amount: number
                currency: string
                /**
                 * @description cancelled: the payment was taken back from the invoice
                 * @enum {unknown}
                 */
                status: 'draft' | 'issued' | 'cancelled'
                /** @description When it was paid */
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
  '/business/receipt/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a receipt */
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
                receiptno: string
                title: string
                amount: number
                currency: string
                /**
                 * @description cancelled: the payment was taken back from the invoice
                 * @enum {unknown}
                 */
                status: 'draft' | 'issued' | 'cancelled'
                /** @description When it was paid */
                date: string
                createdat: string
                transactionid: string
                transactioncode: string
                channel: string
                /** @description As it was with this payment */
                invoice: {
                  _id: string
                  invoiceno: string
                  total: number
                  amountpaid: number
                  balance: number
                }
                customer: {
                  _id: string
                  name: string
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
  '/business/statement/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import a statement of the M-PESA organisation portal */
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
            /** @description Whose statement it is */
            shortcode: string
            /** @description The file of the M-PESA organisation portal, as it is: preamble lines and all */
            csv: string
            filename?: string
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
                shortcode: string
                filename: string
                lines: number
                fates: {
                  booked: number
                  known: number
                  contradicts: number
                  reversal: number
                  charge: number
                  settlement: number
                  failed: number
                  unreadable: number
                  repeated: number
                }
                /** @description How much of it was news to us, KES */
                booked: number
                createdat: string
                /** @description The same file was imported before: nothing changed */
                repeated: boolean
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
  '/business/statement/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List imported statements */
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
                shortcode: string
                filename: string
                lines: number
                fates: {
                  booked: number
                  known: number
                  contradicts: number
                  reversal: number
                  charge: number
                  settlement: number
                  failed: number
                  unreadable: number
                  repeated: number
                }
                /** @description How much of it was news to us, KES */
                booked: number
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
  '/business/statement/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an imported statement */
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
                shortcode: string
                filename: string
                lines: number
                fates: {
                  booked: number
                  known: number
                  contradicts: number
                  reversal: number
                  charge: number
                  settlement: number
                  failed: number
                  unreadable: number
                  repeated: number
                }
                /** @description How much of it was news to us, KES */
                booked: number
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
  '/business/statement/{id}/line/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the lines of a statement and what became of each */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          fate?:
            | 'booked'
            | 'known'
            | 'contradicts'
            | 'reversal'
            | 'charge'
            | 'settlement'
            | 'failed'
            | 'unreadable'
            | 'repeated'
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
                /** @description Of the file, counted from 1 */
                row: number
                receipt: string
                kind: string
                /** @enum {unknown} */
                fate:
                  | 'booked'
                  | 'known'
                  | 'contradicts'
                  | 'reversal'
                  | 'charge'
                  | 'settlement'
                  | 'failed'
                  | 'unreadable'
                  | 'repeated'
                /** @description In is above zero, out is below */
                amount: number
                balance: number | null
                reference: string
                phone: string
                name: string
                details: string
                /** @description The receipt that is reversed */
                reverses: string
                transactionid: string | null
                problem: string
                date: string | null
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
  '/business/close/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Close a day of a shortcode */
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
            shortcode: string
            /** @description YYYY-MM-DD, a day that is over in the business’s time zone */
            date: string
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
                shortcode: string
                date: string
                /** @description The tick: nothing differs */
                agrees: boolean
                /** @description Whose balances: statement, or books when no statement covers the day */
                source: string
                opening: number
                paidin: number
                paidout: number
                closing: number
                /** @description Where the money of the day is: each receipt counts once */
                places: {
                  allocated: {
                    receipts: number
                    amount: number
                  }
                  credit: {
                    receipts: number
                    amount: number
                  }
                  suspense: {
                    receipts: number
                    amount: number
                  }
                  refunded: {
                    receipts: number
                    amount: number
                  }
                  reversed: {
                    receipts: number
                    amount: number
                  }
                  charge: {
                    receipts: number
                    amount: number
                  }
                  settlement: {
                    receipts: number
                    amount: number
                  }
                }
                differences: {
                  kind: string
                  receipt: string
                  ours: number | null
                  theirs: number | null
                }[]
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
  '/business/close/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List closed days, the newest close of each */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          shortcode?: string
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
                shortcode: string
                date: string
                /** @description The tick: nothing differs */
                agrees: boolean
                /** @description Whose balances: statement, or books when no statement covers the day */
                source: string
                opening: number
                paidin: number
                paidout: number
                closing: number
                /** @description Where the money of the day is: each receipt counts once */
                places: {
                  allocated: {
                    receipts: number
                    amount: number
                  }
                  credit: {
                    receipts: number
                    amount: number
                  }
                  suspense: {
                    receipts: number
                    amount: number
                  }
                  refunded: {
                    receipts: number
                    amount: number
                  }
                  reversed: {
                    receipts: number
                    amount: number
                  }
                  charge: {
                    receipts: number
                    amount: number
                  }
                  settlement: {
                    receipts: number
                    amount: number
                  }
                }
                differences: {
                  kind: string
                  receipt: string
                  ours: number | null
                  theirs: number | null
                }[]
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
  '/business/customer/{id}/statement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Statement of all accounts of a customer */
    get: {
      parameters: {
        query?: {
          /** @description First day, YYYY-MM-DD */
          from?: string
          /** @description Last day, YYYY-MM-DD; today when absent */
          to?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                from: string
                to: string
                currency: string
                /** @description What was owed less credit; below zero is the customer’s */
                opening: number
                closing: number
                entries: {
                  date: string
                  type: string
                  title: string
                  /** @description Invoice number or M-PESA receipt */
                  reference: string
                  charged: number
                  paid: number
                  balance: number
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
  '/business/account/{id}/statement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Statement of an account */
    get: {
      parameters: {
        query?: {
          /** @description First day, YYYY-MM-DD */
          from?: string
          /** @description Last day, YYYY-MM-DD; today when absent */
          to?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                from: string
                to: string
                currency: string
                /** @description What was owed less credit; below zero is the customer’s */
                opening: number
                closing: number
                entries: {
                  date: string
                  type: string
                  title: string
                  /** @description Invoice number or M-PESA receipt */
                  reference: string
                  charged: number
                  paid: number
                  balance: number
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
  '/business/report/aging': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who owes how much since when, as of any day */
    get: {
      parameters: {
        query?: {
          /** @description YYYY-MM-DD; today when absent */
          date?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                customer: {
                  _id: string
                  name: string
                }
                accountid: string
                accountno: string
                notdue: number
                days1to30: number
                days31to60: number
                days61to90: number
                over90: number
                total: number
              }[]
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
  '/business/report/collected': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was collected on each day; the last 30 days when none are named */
    get: {
      parameters: {
        query?: {
          /** @description First day, YYYY-MM-DD */
          from?: string
          /** @description Last day, YYYY-MM-DD; today when absent */
          to?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                date: string
                channel: string
                shortcode: string
                payments: number
                amount: number
              }[]
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
  '/business/report/channels': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was collected by each channel; the last 30 days when none are named */
    get: {
      parameters: {
        query?: {
          /** @description First day, YYYY-MM-DD */
          from?: string
          /** @description Last day, YYYY-MM-DD; today when absent */
          to?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                channel: string
                shortcode: string
                payments: number
                amount: number
              }[]
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
  '/business/report/dso': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Days sales outstanding, month by month; the last year when no days are named */
    get: {
      parameters: {
        query?: {
          /** @description First day, YYYY-MM-DD */
          from?: string
          /** @description Last day, YYYY-MM-DD; today when absent */
          to?: string
          /** @description csv gives a file for spreadsheets */
          format?: 'json' | 'csv'
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
              message?: string
              data: {
                month: string
                /** @description Invoiced in the month, tax included */
                sales: number
                /** @description Owed at its end */
                receivable: number
                days: number
                /** @description receivable ÷ sales × days */
                dso: number | null
              }[]
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
  '/business/invoice/{id}/adjustment/add': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Write off, round, or record tax withheld */
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
            /** @enum {unknown} */
            kind: 'write_off' | 'withholding' | 'rounding'
            /** @description Why; kept in the audit trail */
            reason: string
            amount?: number | null
            withheld?: ('vat' | 'income') | null
            certificateno?: string | null
            certificatedate?: string | null
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
                adjustment: {
                  _id: string
                  invoiceid: string
                  /** @enum {unknown} */
                  kind: 'credit_note' | 'write_off' | 'withholding' | 'rounding'
                  amount: number
                  taxamount: number
                  withheld: ('vat' | 'income') | null
                  certificateno: string
                  certificatedate: string
                  reason: string
                  /** @enum {unknown} */
                  status: 'standing' | 'reversed'
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
  '/business/invoice/{id}/adjustment/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take an adjustment back */
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
            adjustmentid: string
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
                adjustment: {
                  _id: string
                  invoiceid: string
                  /** @enum {unknown} */
                  kind: 'credit_note' | 'write_off' | 'withholding' | 'rounding'
                  amount: number
                  taxamount: number
                  withheld: ('vat' | 'income') | null
                  certificateno: string
                  certificatedate: string
                  reason: string
                  /** @enum {unknown} */
                  status: 'standing' | 'reversed'
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
  '/business/invoice/{id}/adjustment/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what closed an invoice besides money */
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
                invoiceid: string
                /** @enum {unknown} */
                kind: 'credit_note' | 'write_off' | 'withholding' | 'rounding'
                amount: number
                taxamount: number
                withheld: ('vat' | 'income') | null
                certificateno: string
                certificatedate: string
                reason: string
                /** @enum {unknown} */
                status: 'standing' | 'reversed'
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
  '/business/credit-note/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Credit lines of an invoice */
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
            invoiceid: string
            /** @description Why; printed on the note and kept in the audit trail */
            reason: string
            items?:
              | {
                  /** @description Line of the invoice, from 1 */
                  line: number
                  quantity?: number | null
                  amount?: number | null
                }[]
              | null
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
                creditnoteno: string
                invoiceid: string
                invoiceno: string
                customer: {
                  _id: string
                  name: string
                }
                /** @enum {unknown} */
                status: 'issued' | 'cancelled'
                items: {
                  line: number
                  name: string
                  quantity: number | null
                  /** @description At the prices of the invoice, before discount and added tax */
                  amount: number
                }[]
                /** @description With the share of discount and tax */
                amount: number
                taxamount: number
                currency: string
                reason: string
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
  '/business/credit-note/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List credit notes */
    get: {
      parameters: {
        query?: {
          page?: string
          limit?: string
          invoiceid?: string
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
                creditnoteno: string
                invoiceid: string
                invoiceno: string
                customer: {
                  _id: string
                  name: string
                }
                /** @enum {unknown} */
                status: 'issued' | 'cancelled'
                items: {
                  line: number
                  name: string
                  quantity: number | null
                  /** @description At the prices of the invoice, before discount and added tax */
                  amount: number
                }[]
                /** @description With the share of discount and tax */
                amount: number
                taxamount: number
                currency: string
                reason: string
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
  '/business/credit-note/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a credit note */
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
                creditnoteno: string
                invoiceid: string
                invoiceno: string
                customer: {
                  _id: string
                  name: string
                }
                /** @enum {unknown} */
                status: 'issued' | 'cancelled'
                items: {
                  line: number
                  name: string
                  quantity: number | null
                  /** @description At the prices of the invoice, before discount and added tax */
                  amount: number
                }[]
                /** @description With the share of discount and tax */
                amount: number
                taxamount: number
                currency: string
                reason: string
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
  '/business/credit-note/{id}/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take a credit note back */
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
                creditnoteno: string
                invoiceid: string
                invoiceno: string
                customer: {
                  _id: string
                  name: string
                }
                /** @enum {unknown} */
                status: 'issued' | 'cancelled'
                items: {
                  line: number
                  name: string
                  quantity: number | null
                  /** @description At the prices of the invoice, before discount and added tax */
                  amount: number
                }[]
                /** @description With the share of discount and tax */
                amount: number
                taxamount: number
                currency: string
                reason: string
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
          /** @description invoice, payment, credit_note, account or business */
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
  '/business/settings/details': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get the settings of the business */
    get: {
      parameters: {
        query?: never
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
              message?: string
              data: {
                _id: string
                name: string
                /** @enum {unknown} */
                whenpushunknown: 'resend' | 'ask'
                /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
                matchthreshold: number
                /** @enum {unknown} */
                accountnumbers: 'checked' | 'own' | 'both'
                /** @description What its own numbers begin with and payers leave away */
                accountprefixes: string[]
                /** @enum {unknown} */
                validationpolicy: 'accept_all' | 'check_character' | 'known_only'
                /** @enum {unknown} */
                cents: 'keep' | 'round' | 'carry'
                /** @enum {unknown} */
                allocationorder: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
                creditpaysinvoices: boolean
                confirmedabove: number | null
                currency: string
                timezone: string
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
  '/business/settings/update': {
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
    /** Change settings of the business */
    patch: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: {
        content: {
          'application/json': {
            name?: string
            /** @enum {unknown} */
            whenpushunknown?: 'resend' | 'ask'
            /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
            matchthreshold?: number
            /** @enum {unknown} */
            accountnumbers?: 'checked' | 'own' | 'both'
            accountprefixes?: string[]
            /** @enum {unknown} */
            validationpolicy?: 'accept_all' | 'check_character' | 'known_only'
            /** @enum {unknown} */
            cents?: 'keep' | 'round' | 'carry'
            /** @enum {unknown} */
            allocationorder?: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
            creditpaysinvoices?: boolean
            confirmedabove?: number | null
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
                  _id?: string
                  name?: string
                  /** @enum {unknown} */
                  whenpushunknown?: 'resend' | 'ask'
                  /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
                  matchthreshold?: number
                  /** @enum {unknown} */
                  accountnumbers?: 'checked' | 'own' | 'both'
                  /** @description What its own numbers begin with and payers leave away */
                  accountprefixes?: string[]
                  /** @enum {unknown} */
                  validationpolicy?: 'accept_all' | 'check_character' | 'known_only'
                  /** @enum {unknown} */
                  cents?: 'keep' | 'round' | 'carry'
                  /** @enum {unknown} */
                  allocationorder?: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
                  creditpaysinvoices?: boolean
                  confirmedabove?: number | null
                  currency?: string
                  timezone?: string
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
